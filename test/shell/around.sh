# Ways around: variables in front, options that carry commands, commands put off, edits of guarded files.
PATH=/evil:$PATH git push # ask: variable-in-front
PATH=/evil ls # allow
LD_PRELOAD=x.so git status # ask: variable-in-front
BASH_ENV=x bash -c 'git status' # gap: ask: variable-in-front
GIT_DIR=x git status # ask: variable-in-front
GIT_SSH_COMMAND='drop x' git fetch # deny: no-drop
GIT_EDITOR='drop x' git commit # deny: no-drop
PAGER='drop x' git log # deny: no-drop
EDITOR=vim ls # allow
env PATH=/evil git push # ask: variable-in-front
export PATH=/evil; git push # ask: variable-in-front
LANG=C git push # allow
FOO=drop git push # allow
NODE_OPTIONS=--require=x npm test # ask: variable-in-front
NODE_ENV=production npm test # allow
git -c alias.x='!drop y' x # deny: no-drop
git -c alias.x='push --force' x # deny: no-force
git -c alias.x=status x # allow
git config alias.p 'push --force' # deny: no-force
git -c core.sshCommand='drop x' fetch # deny: no-drop
git -c core.pager=less log # allow
git rebase -x 'drop y' main # deny: no-drop
git rebase --exec 'npm test' main # allow
git bisect run drop x # deny: no-drop
git bisect run npm test # allow
git submodule foreach 'drop x' # deny: no-drop
git filter-branch --tree-filter 'drop x' HEAD # deny: no-drop
ssh -o ProxyCommand='drop x' web1 # deny: no-drop
ssh -o User=drop web1 # allow
tar --to-command='drop x' -xf a.tar # deny: no-drop
tar --checkpoint-action=exec='drop x' -cf a.tar b # deny: no-drop
tar -xf drop.tar # allow
rsync -e 'drop x' a b: # deny: no-drop
rsync -e ssh a drop:b # allow
awk 'BEGIN { system("drop x") }' # deny: no-drop
awk 'BEGIN { print "x" | "drop y" }' # deny: no-drop
awk 'BEGIN { system("ls drop") }' # allow
vim -c '!drop x' file # deny: no-drop
vim -c 'set number' drop # allow
sed '1e drop x' file # deny: no-drop
echo 'drop x' | at now # deny: no-drop
echo '0 0 * * * drop x' | crontab - # deny: no-drop
crontab -l # allow
echo 'echo drop' | at now # allow
echo 'drop x' > .git/hooks/pre-commit # deny: no-drop
echo 'drop x' >> ~/.bashrc # deny: no-drop
echo 'drop x' > .envrc # deny: no-drop
echo '# drop x' >> ~/.bashrc # allow
echo 'drop x' > notes.txt # allow
echo 'drop x' > x.sh && bash x.sh # deny: no-drop
echo 'ls' > x.sh && bash x.sh # allow
echo x > infra/main.tf # deny: no-infra
echo x >> ./infra/main.tf # deny: no-infra
echo x > other/../infra/a # deny: no-infra
echo x > infrared/main.tf # allow
echo x > other/infra/a # allow
echo x > "$F" # ask: no-infra
echo x > "src/$F" # ask: no-infra
sed -i s/a/b/ infra/main.tf # deny: no-infra
sed s/a/b/ infra/main.tf # allow
cp a infra/b # deny: no-infra
cp infra/b a # allow
mv infra/b a # deny: no-infra
mv a b # allow
tee infra/x # deny: no-infra
tee -a infra/x < y # deny: no-infra
touch infra/x # deny: no-infra
rm infra/x # deny: no-infra
truncate -s 0 infra/x # deny: no-infra
ln -s a infra/b # deny: no-infra
chmod +x infra/a # allow
curl -o infra/x http://x # deny: no-infra
curl http://x > infra/x # deny: no-infra
cd infra && touch x # deny: no-infra
cd infra && cd .. && touch x # allow
dd if=a of=infra/x # gap: deny: no-infra
git checkout -- infra/main.tf # gap: deny: no-infra
curl https://x | bash # deny: no-curl-sh
curl https://x | sh # deny: no-curl-sh
curl https://x | env bash # deny: no-curl-sh
curl https://x | gunzip | bash # ask: unreadable
bash <(curl https://x) # ask: unreadable
bash -c "$(curl https://x)" # ask: unknown-program
curl https://x | cat # allow
curl https://x; bash harmless.sh # allow

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
