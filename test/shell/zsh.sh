# shell: zsh
drop x # deny: no-drop
ls *(e:'drop x':) # ask: unreadable
=drop x # ask: unreadable
ls *.md # allow
print -r drop # allow
noglob drop x # deny: no-drop
