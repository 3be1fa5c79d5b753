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
