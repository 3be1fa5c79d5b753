echo start
git push --force origin main
