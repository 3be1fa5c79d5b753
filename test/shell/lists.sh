# Lists, pipes, groups, subshells.
git push --force # deny: no-force
git push origin main # allow
git status; git push --force # deny: no-force
git status && git push -f origin main # deny: no-force
git status || git push -f # deny: no-force
git status & git push -f & wait # deny: no-force
git status && git push # allow
(git push --force) # deny: no-force
(cd sub && git push) # allow
{ git push --force; } # deny: no-force
! git push --force # deny: no-force
! git push # allow
time git push --force # deny: no-force
time -p git push --force # deny: no-force
coproc git push --force # deny: no-force
$GIT push --force # ask: unknown-program
"$TOOL" status # ask: unknown-program
true | git push --force # deny: no-force
git push --force | tee log # deny: no-force
git push 2>&1 | tee push.log # allow
git push --force > /dev/null 2>&1 # deny: no-force
>log git push --force # deny: no-force
2>/dev/null git push --force # deny: no-force
git push >force # allow
git push 2> --force # allow
((x = 1)) && git push --force # deny: no-force
[[ -f x ]] && drop x # deny: no-drop
[ -f drop ] && ls # allow
test -d drop || mkdir drop # allow

git status
git push --force
# deny: no-force

git push \
  --force \
  origin main
# deny: no-force

git push \
  origin \
  main
# allow

git status |
  grep x ||
  drop it
# deny: no-drop

( cd /srv
  rm -rf data )
# ask: no-infra rm-outside

{
  cd /tmp
  rm -rf data
}
# ask: no-infra rm-outside

# The folder of a subshell ends with it.
(cd /tmp); rm -rf data # deny: rm-outside
# Without && a cd may have failed.
cd /tmp; rm -rf data # ask: no-infra rm-outside
cd /tmp && cd .. && rm -rf tmp # deny: rm-outside
cd "$D" && rm -rf data # ask: no-infra rm-outside
pushd /tmp && rm -rf data # allow
pushd /srv && rm -rf data # deny: rm-outside

# Lists, pipes, groups, functions, branches and loops.
ls; drop x # deny: no-drop
ls && drop x # deny: no-drop
false || drop x # deny: no-drop
ls & drop x # deny: no-drop
ls | drop x # deny: no-drop
ls |& drop x # deny: no-drop
! drop x # deny: no-drop
(cd x; drop y) # deny: no-drop
{ drop x; } # deny: no-drop
{ ls drop; } # allow
if drop x; then ls; fi # deny: no-drop
if ls; then drop x; else ls; fi # deny: no-drop
if ls; then ls; elif ls; then drop x; fi # deny: no-drop
if [ -f drop ]; then ls; fi # allow
for i in 1 2; do drop $i; done # deny: no-drop
for i in drop; do ls $i; done # allow
for i in drop ls; do $i x; done # deny: no-drop
for p in ls cat; do $p x; done # allow
while drop x; do ls; done # deny: no-drop
until ls; do drop x; done # deny: no-drop
case $x in a) drop x;; esac # deny: no-drop
case drop in drop) ls;; esac # allow
f() { drop x; }; f # deny: no-drop
f() { "$@"; }; f drop x # deny: no-drop
f() { ls drop; }; f # allow
function g { drop "$1"; }; g x # deny: no-drop
g() { $1 x; }; g ls # allow
g() { $1 x; }; g drop # deny: no-drop
echo $(drop x) # deny: no-drop
echo `drop x` # deny: no-drop
echo "$(drop x)" # deny: no-drop
echo '$(drop x)' # allow
diff <(drop a) <(ls) # deny: no-drop
tee >(drop x) # deny: no-drop
eval 'drop x' # deny: no-drop
eval drop x # deny: no-drop
eval "echo drop" # allow
eval "$X" # ask: unknown-program
source <(echo 'drop x') # deny: no-drop
. <(echo ls) # allow
trap 'drop x' EXIT # deny: no-drop
trap - EXIT # allow
trap 'echo drop' INT # allow
alias d='drop x'; d # ask: no-drop
alias d='ls'; d drop # allow
coproc drop x # deny: no-drop
[[ drop == x ]] && ls # allow
(( drop > 1 )) && ls # allow
time { ls; drop x; } # deny: no-drop
select i in drop; do ls $i; break; done # allow

cat <<END
drop x
END
# allow

bash <<END
drop x
END
# deny: no-drop

bash <<'END'
echo drop
END
# allow

cat <<'END' | sh
drop x
END
# deny: no-drop

cat <<END
$(drop x)
END
# deny: no-drop

cat <<'END'
$(drop x)
END
# allow

python3 <<'END'
import os
os.system("drop x")
END
# deny: no-drop

ssh host <<'END'
drop x
END
# deny: no-drop

if true
then
  drop x
fi
# deny: no-drop
