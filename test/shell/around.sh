# Variables in front, options that carry commands, what is put off, other spellings, placeholders.
PATH=/evil:$PATH git push # ask: variable-in-front
export PATH=/evil; git status # ask: variable-in-front
PATH=/evil ls # allow
LD_PRELOAD=x.so git status # ask: variable-in-front
BASH_ENV=x git status # ask: variable-in-front
GIT_DIR=/x git status # ask: variable-in-front
NODE_OPTIONS='--require x' npm test # ask: variable-in-front
NODE_ENV=test npm test # allow
CI=1 git push # allow
GIT_PAGER='drop x' git log # deny: no-drop
PAGER=cat git log # allow
EDITOR='drop x' git commit # deny: no-drop
GIT_SSH_COMMAND='drop x' git push # deny: no-drop
git -c alias.x='!drop y' x # deny: no-drop
git -c alias.p='push --force' p # deny: no-force
git -c core.sshCommand='drop x' fetch # deny: no-drop
git -c core.pager='drop x' log # deny: no-drop
git -c color.ui=always log # allow
git config alias.x '!drop y' # deny: no-drop
git config user.name drop # allow
git rebase --exec 'drop x' main # deny: no-drop
git rebase -x 'drop x' main # deny: no-drop
git rebase main # allow
git bisect run drop x # deny: no-drop
git bisect good # allow
git submodule foreach 'drop x' # deny: no-drop
git filter-branch --tree-filter 'drop x' HEAD # deny: no-drop
tar --to-command='drop x' -xf a.tar # deny: no-drop
tar -xf drop.tar # allow
tar cf a.tar --checkpoint=1 --checkpoint-action=exec='drop x' . # deny: no-drop
rsync -e 'drop x' a b: # deny: no-drop
rsync -e ssh a b: # allow
vim -c '!drop x' f # deny: no-drop
vim drop # allow
man -P 'drop x' ls # deny: no-drop
man drop # allow
echo 'drop x' | at now # deny: no-drop
echo 'ls' | at now # allow
(crontab -l; echo '* * * * * drop x') | crontab - # deny: no-drop
echo 'drop x' > .git/hooks/pre-commit # deny: no-drop
echo 'drop x' >> ~/.bashrc # deny: no-drop
echo 'alias ll="ls -l"' >> ~/.bashrc # allow
echo 'drop x' > .envrc # deny: no-drop
echo 'drop x' > notes.md # allow
drop.exe x # deny: no-drop
drоp x # deny: no-drop
echo <promotion-id> # ask: unreadable
git.exe push -f # deny: no-force
