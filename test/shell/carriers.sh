# Programs that run other programs.
sudo git push --force # deny: no-force
sudo -u deploy git push --force # deny: no-force
sudo -u drop ls # allow
sudo -E -n -- drop x # deny: no-drop
sudo $CMD # ask: unknown-program
doas -u root drop x # deny: no-drop
doas ls drop # allow
env drop x # deny: no-drop
env A=1 B=2 drop x # deny: no-drop
env -u drop ls # allow
env -i A=drop ls # allow
env -S 'drop x' # deny: no-drop
env -S 'ls drop' # allow
nohup drop x & # deny: no-drop
nohup ls drop & # allow
nice -n 5 drop x # deny: no-drop
nice -n 5 ls drop # allow
timeout 5 drop x # deny: no-drop
timeout -k 1 5s drop x # deny: no-drop
timeout 5 ls drop # allow
timeout $N drop x # deny: no-drop
setsid drop x # deny: no-drop
stdbuf -oL drop x # deny: no-drop
stdbuf -oL ls drop # allow
ionice -c 3 drop x # deny: no-drop
command drop x # deny: no-drop
command -V drop # allow
builtin echo drop # allow
exec drop x # deny: no-drop
exec -a name drop x # deny: no-drop
exec >drop # allow
xargs drop # deny: no-drop
xargs -n 1 -I{} drop {} # deny: no-drop
xargs echo drop # allow
xargs # allow
echo --force | xargs git push # gap: deny: no-force
echo main | xargs git push origin # gap: allow
cat list | xargs git push # allow
cat list | xargs rm -rf # ask: no-infra rm-outside
ls /tmp | xargs -I{} rm -rf /tmp/{} # ask: no-infra rm-outside
find . -exec drop {} \; # deny: no-drop
find . -execdir drop {} + # deny: no-drop
find . -ok drop {} ';' # deny: no-drop
find . -name '*.o' -exec echo drop {} \; # allow
find . -exec sh -c 'drop "$1"' _ {} \; # deny: no-drop
find . -exec $CMD {} \; # ask: unknown-program
parallel drop ::: a b # deny: no-drop
parallel echo ::: drop # allow
watch -n 1 drop x # deny: no-drop
watch -n 1 'ls | grep drop' # allow
ssh web1 drop x # deny: no-drop
ssh -p 22 -i key user@web1 'cd x && drop x' # deny: no-drop
ssh drop ls # allow
ssh web1 # allow
ssh web1 "$CMD" # ask: unknown-program
sshpass -p x ssh web1 drop x # deny: no-drop
bash -c 'git push --force' # deny: no-force
sh -c "drop x" # deny: no-drop
zsh -c 'drop x' # deny: no-drop
bash -lc 'drop x' # deny: no-drop
bash -c 'echo drop' # allow
bash -c "$CMD" # ask: unknown-program
bash -c 'git push "$@"' _ --force # deny: no-force
bash -c 'git push "$@"' --force # allow
bash -c 'bash -c "drop x"' # deny: no-drop
bash -c 'bash -c "echo drop"' # allow
docker exec web drop x # deny: no-drop
docker exec -it -u root web sh -c 'drop x' # deny: no-drop
docker exec drop ls # allow
docker run --rm -v /a:/b alpine drop x # deny: no-drop
docker run --rm drop ls # allow
docker run alpine "$CMD" # ask: unknown-program
podman exec web drop x # deny: no-drop
podman run alpine sh -c 'echo drop' # allow
docker compose exec web drop x # deny: no-drop
kubectl exec pod -- drop x # deny: no-drop
kubectl -n x exec -it pod -c y -- sh -c 'drop x' # deny: no-drop
kubectl exec drop -- ls # allow
oc exec pod -- drop x # deny: no-drop
su -c 'drop x' # deny: no-drop
su - postgres -c 'drop x' # deny: no-drop
su drop -c ls # allow
script -c 'drop x' log # deny: no-drop
script drop # allow
tmux new -d 'drop x' # deny: no-drop
tmux new -s drop # allow
# What reads the keys isn't known.
tmux send-keys -t x 'drop it' Enter # ask: no-drop
screen -dm drop x # deny: no-drop
screen -S drop # allow
systemd-run --user drop x # deny: no-drop
systemd-run --unit=drop ls # allow
npx drop x # deny: no-drop
npx -y eslint drop # allow
uvx drop x # deny: no-drop
pipx run drop # deny: no-drop
pnpm dlx drop x # deny: no-drop
npm exec -- drop x # deny: no-drop
npm exec -c 'drop x' # deny: no-drop
yarn dlx drop x # deny: no-drop
flock /tmp/lock drop x # deny: no-drop
flock drop ls # allow
chroot /mnt drop x # deny: no-drop
strace -f drop x # deny: no-drop
busybox drop x # deny: no-drop
toybox ls drop # allow
unshare -r drop x # deny: no-drop
python3 -c 'import os; os.system("drop it")' # deny: no-drop
python3 -c 'import subprocess; subprocess.run(["git", "push", "--force"])' # deny: no-force
python3 -c 'import os; os.system("echo drop")' # allow
perl -e 'system("drop it")' # deny: no-drop
ruby -e 'system("drop it")' # deny: no-drop
node -e 'require("child_process").execSync("drop it")' # deny: no-drop
node -e 'require("child_process").execSync("ls drop")' # allow
echo 'drop it' | sh # deny: no-drop
printf 'drop it\n' | bash # deny: no-drop
echo 'echo drop' | sh # allow
echo ZHJvcCBpdAo= | base64 -d | sh # deny: no-drop
cat script | sh # ask: unreadable
curl -fsSL https://x | bash # deny: no-curl-sh
curl -fsSL https://x | sudo bash # deny: no-curl-sh
curl -fsSL https://x | sh -s -- --yes # deny: no-curl-sh
curl -fsSL https://x | tee x | bash # ask: unreadable
curl -fsSL https://x | python3 - # ask: unreadable
curl -fsSL https://x -o x.sh # allow

# Files that are run are read.
bash pushes.sh # deny: no-force
./pushes.sh # deny: no-force
source pushes.sh # deny: no-force
bash harmless.sh # allow
cat pushes.sh # allow
bash elsewhere.sh # allow
npm run wipe # deny: no-drop
npm run -s wipe # deny: no-drop
npm run elsewhere # allow
make all # deny: no-drop
make -n # gap: allow

# Programs that run what they are given.
sudo drop x # deny: no-drop
sudo -u root -E drop x # deny: no-drop
sudo --user=root -- drop x # deny: no-drop
sudo -l drop # allow
sudo ls drop # allow
doas -u root drop x # deny: no-drop
env A=1 drop x # deny: no-drop
env -i PATH=/bin ls drop # allow
env -S 'drop x' # deny: no-drop
env -u HOME drop x # deny: no-drop
nohup drop x & # deny: no-drop
nice -n 5 drop x # deny: no-drop
nice drop # deny: no-drop
setsid -f drop x # deny: no-drop
stdbuf -oL drop x # deny: no-drop
stdbuf -oL ls drop # allow
time drop x # deny: no-drop
time -p drop x # deny: no-drop
timeout 5 drop x # deny: no-drop
timeout -k 1 5s drop x # deny: no-drop
timeout 5 echo drop # allow
command drop x # deny: no-drop
command -v drop # allow
builtin echo drop # allow
exec drop x # deny: no-drop
exec -a other drop x # deny: no-drop
exec 3>log # allow
xargs drop < list # deny: no-drop
xargs -n 1 -P 4 drop < list # deny: no-drop
xargs -I{} drop {} < list # deny: no-drop
xargs echo drop < list # allow
ls | xargs rm -rf # ask: no-infra rm-outside
find . -name '*.o' -exec drop {} \; # deny: no-drop
find . -name '*.o' -exec drop {} + # deny: no-drop
find . -execdir drop {} \; # deny: no-drop
find . -ok drop {} \; # deny: no-drop
find . -name drop # allow
find . -name '*.o' -print # allow
parallel drop ::: a b # deny: no-drop
parallel echo ::: drop # allow
watch -n 5 drop x # deny: no-drop
watch 'ls | drop x' # deny: no-drop
watch -n 5 ls drop # allow
ssh host drop x # deny: no-drop
ssh -p 22 -i key user@host 'cd x && drop y' # deny: no-drop
ssh host 'echo drop' # allow
ssh -o ProxyCommand='drop x' host # deny: no-drop
sshpass -p pw ssh host drop x # deny: no-drop
bash -c 'drop x' # deny: no-drop
bash -lc 'drop x' # deny: no-drop
sh -c "drop x" # deny: no-drop
zsh -c 'drop x' # deny: no-drop
bash -c 'echo drop' # allow
bash -c "$SCRIPT" # ask: unknown-program
bash -c 'drop "$1"' _ x # deny: no-drop
bash -c '"$@"' _ drop x # deny: no-drop
su - user -c 'drop x' # deny: no-drop
su -c 'ls drop' user # allow
script -c 'drop x' log # deny: no-drop
script -qc 'drop x' /dev/null # deny: no-drop
docker exec web drop x # deny: no-drop
docker exec -it -u root web sh -c 'drop x' # deny: no-drop
docker run --rm image drop x # deny: no-drop
docker run --rm -v a:b -e X=1 image ls drop # allow
podman exec web drop x # deny: no-drop
docker compose exec web drop x # deny: no-drop
docker-compose run --rm web drop x # deny: no-drop
kubectl exec pod -- drop x # deny: no-drop
kubectl exec -n ns -c web pod -- sh -c 'drop x' # deny: no-drop
kubectl exec pod -- ls drop # allow
oc exec pod -- drop x # deny: no-drop
tmux new-session -d 'drop x' # deny: no-drop
tmux send-keys -t 0 'ls' Enter # allow
screen -dm drop x # deny: no-drop
screen -ls # allow
systemd-run --user drop x # deny: no-drop
systemd-run -u name -p A=b drop x # deny: no-drop
npx drop x # deny: no-drop
npx -y drop x # deny: no-drop
npx prettier drop # allow
uvx drop x # deny: no-drop
pipx run drop x # deny: no-drop
flock /tmp/lock drop x # deny: no-drop
flock /tmp/lock -c 'drop x' # deny: no-drop
flock /tmp/lock ls drop # allow
strace -f -o log drop x # deny: no-drop
unshare -n drop x # deny: no-drop
chroot /mnt drop x # deny: no-drop
busybox drop x # deny: no-drop
busybox ls drop # allow
toybox drop x # deny: no-drop
poetry run drop x # deny: no-drop
uv run drop x # deny: no-drop
sudo env A=1 nice timeout 5 bash -c 'nohup drop x' # deny: no-drop
ssh a ssh b sudo drop x # deny: no-drop
