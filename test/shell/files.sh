# Files that are changed, and files that are run.
echo x > infra/a.tf # deny: no-infra
echo x >> infra/a.tf # deny: no-infra
> infra/a.tf # deny: no-infra
echo x > ./infra/a # deny: no-infra
echo x > infra/../src/a # allow
echo x > src/../infra/a # deny: no-infra
echo x > /repo/infra/a # deny: no-infra
echo x > /other/infra/a # allow
cd infra && echo x > a # deny: no-infra
cd infra/x && touch ../a # deny: no-infra
cat infra/a # allow
cat < infra/a # allow
cp a infra/b # deny: no-infra
cp a infra/ # deny: no-infra
cp infra/a b # allow
cp -t infra/ a # deny: no-infra
mv a infra/b # deny: no-infra
mv infra/a b # deny: no-infra
rm infra/a # deny: no-infra
rm -f infra/a # deny: no-infra
tee infra/a < x # deny: no-infra
tee -a infra/a < x # deny: no-infra
sed -i s/a/b/ infra/a # deny: no-infra
sed --in-place=.bak s/a/b/ infra/a # deny: no-infra
sed s/a/b/ infra/a # allow
touch infra/a # deny: no-infra
truncate -s 0 infra/a # deny: no-infra
ln -s a infra/b # deny: no-infra
git checkout main # allow
curl -o infra/a https://x # deny: no-infra
wget -O infra/a https://x # deny: no-infra
install a infra/b # deny: no-infra
echo x > "$F" # ask: no-infra
echo x > /dev/null 2>&1 # allow
ls 2> err # allow
F=infra/a; echo x > $F # deny: no-infra
bash drop.sh # deny: no-drop
bash ./drop.sh x # deny: no-drop
./drop.sh # deny: no-drop
source drop.sh # deny: no-drop
. ./drop.sh # deny: no-drop
sh -e drop.sh # deny: no-drop
bash list.sh drop # allow
./list.sh x # allow
bash missing.sh # allow
python3 drop.py # deny: no-drop
python3 missing.py # allow
npm run wipe # deny: no-drop
npm run look # allow
pnpm wipe # deny: no-drop
yarn wipe # deny: no-drop
make wipe # deny: no-drop
make look # allow
make -j4 look # allow
bash < drop.sh # deny: no-drop
python3 -c 'import os; os.system("drop x")' # deny: no-drop
python3 -c 'import subprocess; subprocess.run(["drop", "x"])' # deny: no-drop
python3 -c 'print("drop x")' # allow
node -e 'require("child_process").execSync("drop x")' # deny: no-drop
node -e 'console.log("drop")' # allow
perl -e 'system("drop x")' # deny: no-drop
perl -ne 'print if /drop/' f # allow
ruby -e 'system("drop x")' # deny: no-drop
awk 'BEGIN { system("drop x") }' # deny: no-drop
awk '/drop/ { print $1 }' f # allow

cat > x.sh <<'END'
drop x
END
bash x.sh
# deny: no-drop

cat > x.sh <<'END'
ls
END
bash x.sh
# allow

echo 'drop x' > y.sh && chmod +x y.sh && ./y.sh # deny: no-drop
