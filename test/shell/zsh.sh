# shell: zsh
git push --force # deny: no-force
git push origin main # allow
=git push --force # ask: unreadable
=drop x # ask: unreadable
ls *(e:'drop x':) # ask: unreadable
ls *(.) # ask: unreadable
echo drop # allow
F="--force origin"; git push $F # allow
F="--force origin"; git push ${=F} # ask: unreadable
F=--force; git push $F # deny: no-force
noglob drop x # deny: no-drop
nocorrect drop x # deny: no-drop
zsh -c 'drop x' # deny: no-drop
git commit -m 'drop it' # allow
