# Words that only look like commands: nothing here may be stopped.
git commit -m "git push --force" # allow
git commit -m 'Never drop x; rm -rf / is bad' # allow
git commit -am "fix: drop x && rm -rf /" # allow
git log --grep='push --force' # allow
git log --oneline -n 5 --author=drop # allow
git branch drop # allow
git checkout -b force-push # allow
git tag -a v1 -m 'drop support' # allow
git diff -- drop # allow
git show HEAD:drop # allow
git stash list # allow
git add drop && git commit -m 'drop: add' # allow
gh pr create --title 'Drop x' --body 'Runs git push --force' # allow
gh issue list --search 'drop x' # allow
grep -rn 'git push --force' docs # allow
grep -E 'rm -rf|drop x' README.md # allow
rg 'kubectl delete' # allow
rg -n "terraform destroy" infra # allow
man git-push # allow
man rm # allow
which drop # allow
type drop # allow
command -v git drop # allow
apropos drop # allow
whatis drop # allow
echo drop x # allow
echo 'git push --force' >> notes.txt # allow
printf '%s\n' 'rm -rf /' # allow
cat drop # allow
less drop.log # allow
ls -la drop # allow
head -n 5 drop # allow
wc -l drop # allow
mkdir -p drop # allow
cp drop drop.bak # allow
mv drop dropped # allow
touch drop # allow
rm drop # allow
sed -n '/drop/p' f # allow
sed 's/drop/keep/' f # allow
awk -F: '{ print $1 }' drop # allow
jq '.drop' f.json # allow
jq -r '.[] | select(.name == "drop x")' f.json # allow
curl -d '{"cmd":"drop x"}' https://x # allow
curl -H 'X: rm -rf /' https://x # allow
curl https://x/drop # allow
curl -s https://x | jq .drop # allow
psql -c 'select drop from t' # allow
sqlite3 db 'drop table t' # allow
npm test -- --grep 'drop x' # allow
npm install drop # allow
pytest -k 'drop or force' # allow
go test ./... -run TestDrop # allow
cargo test drop # allow
docker build -t drop . # allow
docker logs drop # allow
docker ps --filter name=drop # allow
kubectl logs drop # allow
kubectl get pods | grep delete # allow
terraform fmt # allow
terraform state list | grep destroy # allow
test -f drop # allow
[ "$x" = drop ] # allow
[[ $x == *drop* ]] && ls # allow
# drop x
ls # allow
ls # drop x # allow
x=drop # allow
export MESSAGE='git push --force' # allow
for f in drop/*; do cat "$f"; done # allow
find . -name 'drop*' -newer x # allow
find infra -type f # allow
tar czf drop.tgz src # allow
zip -r drop.zip src # allow
ssh host uptime # allow
scp drop host: # allow
rsync -a drop/ host:drop/ # allow
vim +10 drop # allow
code drop # allow
open drop # allow
date '+drop %F' # allow
seq 1 10 | xargs -n 1 echo drop # allow
true drop # allow
: drop # allow
exit 1 # allow
node drop.js --force # allow
python3 -m pytest drop # allow
python3 -m http.server # allow
ps aux | grep drop # allow
kill -9 $(pgrep drop) # allow
journalctl -u drop -n 50 # allow
systemctl status drop # allow
diff drop drop.bak # allow
sort drop | uniq -c | sort -rn | head # allow
cat a b c | grep -v drop | wc -l # allow
git log --format='%h %s' | grep -i 'drop' | head -3 # allow
git rev-parse HEAD@{upstream} # allow
sort <in >out # allow

git commit -F - <<'END'
Drop x:
rm -rf / and git push --force are named here.
END
# allow

gh pr create --body "$(cat <<'END'
We no longer run `drop x`.
END
)"
# allow

cat > notes.md <<'END'
git push --force
END
# allow
