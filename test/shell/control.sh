# Conditions, loops, case, functions, aliases, traps, eval.
if true; then git push --force; fi # deny: no-force
if git push --force; then ls; fi # deny: no-force
if true; then ls; else drop x; fi # deny: no-drop
if true; then ls; else echo drop; fi # allow
while sleep 1; do drop x; done # deny: no-drop
until drop x; do sleep 1; done # deny: no-drop
while read -r x; do echo "$x drop"; done < list # allow
for x in a b; do drop $x; done # deny: no-drop
for x in drop keep; do echo $x; done # allow
for x in drop keep; do $x it; done # deny: no-drop
for x in ls cat; do $x it; done # allow
for x in $LIST; do $x it; done # ask: unknown-program
for d in /tmp/a /tmp/b; do rm -rf $d; done # allow
for d in /tmp/a /srv; do rm -rf $d; done # deny: rm-outside
for d in $DIRS; do rm -rf "$d"; done # ask: no-infra rm-outside
for ((i = 0; i < 3; i++)); do drop $i; done # deny: no-drop
case $x in a) drop x ;; *) ls ;; esac # deny: no-drop
case $x in drop) ls ;; esac # allow
select x in a b; do drop $x; break; done # deny: no-drop
f() { drop x; }; f # deny: no-drop
f() { git push "$@"; }; f --force # deny: no-force
f() { git push "$@"; }; f origin # allow
f() { git push $1; }; f -f # deny: no-force
function g { rm -rf "$1"; }; g /tmp/x # allow
function g { rm -rf "$1"; }; g /srv # deny: rm-outside
function g { rm -rf "$1"; }; g "$D" # ask: no-infra rm-outside
echo() { drop x; }; echo hello # deny: no-drop
alias d=ls; d drop # allow
eval 'git push --force' # deny: no-force
eval git push --force # deny: no-force
eval "git push" # allow
eval "echo drop" # allow
eval "$CMD" # ask: unknown-program
# An unknown value is no option unless the project is strict.
eval "git push $ARGS" # allow
trap 'drop x' EXIT # deny: no-drop
trap 'echo drop' EXIT # allow
trap - EXIT # allow
x=$(git push --force) # deny: no-force
x=`drop it` # deny: no-drop
x=$(echo drop) # allow
echo "$(drop it)" # deny: no-drop
echo '$(drop it)' # allow
echo \$(drop it\) # ask: unreadable
echo "\$(drop it)" # allow
$(echo drop) it # deny: no-drop
$(cat cmd) it # ask: unknown-program
diff <(drop x) <(ls) # deny: no-drop
diff <(cat drop) <(ls) # allow
tee >(drop x) # deny: no-drop
source <(echo 'drop it') # deny: no-drop
. <(echo 'echo drop') # allow
source <(curl http://x) # ask: unreadable

# Only an interactive shell expands it.
alias d=drop
d it
# ask: no-drop

bash <<'EOF'
git push --force
EOF
# deny: no-force

sh <<EOF
echo drop
EOF
# allow

bash <<EOF
$CMD
EOF
# ask: unknown-program

bash -s <<< 'drop it' # deny: no-drop
bash <<< 'echo drop' # allow
cat <<< 'drop it' # allow

cat <<EOF
$(drop it)
EOF
# deny: no-drop

cat <<'EOF'
$(drop it)
EOF
# allow

ssh web1 <<'EOF'
drop it
EOF
# deny: no-drop

cat <<'EOF' | bash
drop it
EOF
# deny: no-drop

deploy() {
  if [ "$1" = prod ]; then
    kubectl delete pod x
  fi
}
deploy prod
# deny: no-delete

deploy() {
  kubectl get pod x
}
deploy delete
# allow
