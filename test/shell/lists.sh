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
