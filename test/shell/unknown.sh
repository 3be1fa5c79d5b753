# shell: unknown
git push --force # deny: no-force
git push origin main # allow
ls *(e:'drop x':) # ask: unreadable
git commit -m 'drop it' # allow
