echo start
git push origin main
