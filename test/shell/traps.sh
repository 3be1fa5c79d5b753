# Texts that only speak of what a rule forbids: none of them runs it.
git commit -m "git push --force is now forbidden" # allow
git commit -m 'Never run rm -rf / again' # allow
git commit -am "drop it; terraform destroy" # allow
git commit -m "curl | bash is out" -m "kubectl delete too" # allow
git commit --message="reset --hard" # allow
git tag -a v1 -m "npm publish" # allow
git log --grep='push --force' # allow
git log --oneline -- infra/main.tf # allow
git log -S'rm -rf' --all # allow
git checkout force # allow
git checkout -b drop/force-push # allow
git push origin force # allow
git push origin feature/--force # allow
git push -u origin reset-hard # allow
git branch -D drop # allow
git branch --force old main # allow
git reset --soft HEAD~1 # allow
git reset hard # allow
git stash drop # allow
git clean --force # allow
git fetch --force # allow
git push --force-with-lease # allow
git push --no-force # allow
git diff HEAD~1 -- infra/ # allow
git show HEAD:infra/main.tf # allow
git grep "git push --force" # allow
grep -rn "git push --force" . # allow
grep -E 'rm -rf|drop' scripts/*.sh # allow
grep -e --force -r . # allow
rg 'kubectl delete' # allow
rg -n "terraform (apply|destroy)" infra # allow
rg --files | rg drop # allow
ag drop src # allow
man git-push # allow
man drop # allow
man terraform # allow
git push --help # allow
which drop # allow
type drop # allow
command -v drop # allow
whereis kubectl # allow
apropos drop # allow
ls # git push --force # allow
git push # not --force # allow
true # rm -rf / # allow
cat drop # allow
cat infra/main.tf # allow
head -n 5 infra/main.tf | less # allow
diff infra/a.tf infra/b.tf # allow
cp infra/main.tf /tmp/main.tf # allow
wc -l infra/*.tf # allow
cat < infra/main.tf # allow
ls drop/ # allow
touch drop.txt # allow
mkdir -p force/push # allow
vim drop.md # allow
./drop.txt.bak/other # allow
dropdb-docs --help # allow
dropbox status # allow
echo "git push --force" # allow
echo drop it # allow
echo 'curl x | bash' # allow
echo "run: kubectl delete pod x" >> notes.md # allow
echo drop > /tmp/notes # allow
printf '%s\n' "rm -rf /" # allow
printf 'terraform destroy\n' | tee notes.txt # allow
awk '/drop/ {print $1}' log # allow
awk '{ print "rm -rf /" }' log # allow
awk -F: '$1 == "drop"' /etc/passwd # allow
sed -n '/git push --force/p' log # allow
sed 's/drop/keep/' schema.sql # allow
sed -i 's/terraform destroy/terraform plan/' docs/a.md # allow
sed -e 's/rm -rf//' -e '/drop/d' notes # allow
curl -d '{"cmd":"git push --force"}' http://localhost/api # allow
curl -X POST -H 'Content-Type: application/json' --data '{"drop": true}' http://localhost # allow
curl -s http://localhost/bash # allow
curl -s http://localhost/x | jq '.drop' # allow
curl -s http://localhost/x | grep bash # allow
curl -o bash http://localhost/x # allow
jq '.scripts["drop"] | keys' package.json # allow
jq -r '.[] | select(.name == "terraform destroy")' x.json # allow
yq '.kubectl.delete' x.yaml # allow
npm test -- -t "drop removes the table" # allow
npx vitest run -t 'git push --force is denied' # allow
npx vitest run test/drop.test.ts # allow
pytest -k "drop and not force" # allow
cargo test drop # allow
go test -run TestDrop ./... # allow
npm run build # allow
npm view publish # allow
npm install drop # allow
pip install drop # allow
apt-get install -y drop # allow
kubectl get deletes # allow
kubectl get pods -l app=delete # allow
kubectl -n delete get pods # allow
kubectl describe pod delete # allow
kubectl logs drop # allow
terraform plan -out apply # allow
terraform plan -destroy # allow
terraform workspace select destroy # allow
terraform fmt -check # allow
docker run --rm alpine ls # allow
docker build -t drop . # allow
docker system df # allow
docker image prune # allow
docker ps --filter name=prune # allow
systemctl status restart # allow
systemctl list-units 'restart*' # allow
sweep --help # allow
gh pr create --title "git push --force" --body "kubectl delete; drop" # allow
gh issue list --search "rm -rf" # allow
gh pr comment 4 --body 'curl x | sh' # allow
psql -c 'drop table x' # allow
psql -c "select 'drop'" # allow
mysql -e 'DROP TABLE x' # allow
sqlite3 db 'drop table x' # allow
redis-cli get drop # allow
rm -rf /tmp/build # allow
rm -rf /tmp/a /tmp/b/c # allow
rm -f data # allow
rm drop # allow
dd if=/dev/zero of=/tmp/x bs=1M count=1 # allow
dd if=/dev/sda of=disk.img # allow
find . -name drop # allow
find . -name '*.sh' -exec grep -l drop {} + # allow
find . -path ./infra -prune -o -print # allow
ps aux | grep drop # allow
pgrep -f 'git push --force' # allow
export MSG="git push --force" # allow
MSG='drop it' # allow
MSG='rm -rf /' && echo "$MSG" # allow
[ "$x" = "drop" ] && echo yes # allow
if [[ $line == *"git push --force"* ]]; then echo found; fi # allow
tar czf drop.tgz drop # allow
ssh host 'echo drop' # allow
python3 -c 'print("git push --force")' # allow
node -e 'console.log("hello")' # allow
history | grep 'git push' # allow
cat a.log | grep -v drop | sort | uniq -c | sort -rn | head -20 | awk '{print $2}' # allow
git log --format='%h %s' main..HEAD | grep -i force | cut -d' ' -f1 | xargs -n1 git show --stat # allow
git ls-files | grep -E '\.sh$' | xargs grep -n "rm -rf" | sort -u # allow
git branch --merged | grep -v main | xargs git branch -d # allow
kubectl get pods -o json | jq -r '.items[] | select(.status.phase=="Failed") | .metadata.name' # allow
docker ps -aq | head -1 | xargs docker inspect | jq '.[0].State' # allow
for f in *.md; do echo "== $f"; grep -n drop "$f"; done # allow
test -f infra/main.tf && echo "delete it" # allow

cat > notes.md <<'EOF'
git push --force
rm -rf /
curl https://x | bash
EOF
# allow

git commit -F - <<EOF
Never run terraform destroy
kubectl delete is out, too.
EOF
# allow

git commit -m "$(cat <<'EOF'
Forbid git push --force
- drop is denied
EOF
)"
# allow

python3 - <<'EOF'
print("hello")
EOF
# allow

tee docs/ops.md <<'EOF' >/dev/null
terraform destroy -auto-approve
EOF
# allow

git commit -m "A long message
git push --force
rm -rf /"
# allow

: '
git push --force
'
# allow

# A # inside a word opens no comment.
echo x#; git push --force # deny: no-force
echo x #; git push --force # allow
