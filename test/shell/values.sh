# Quotes, escapes, variables and what they come to.
'drop' x # deny: no-drop
"drop" x # deny: no-drop
dr'o'p x # deny: no-drop
d""rop x # deny: no-drop
\drop x # deny: no-drop
d\rop x # deny: no-drop
$'drop' x # deny: no-drop
$'\x64rop' x # deny: no-drop
$"drop" x # deny: no-drop
/usr/bin/drop x # deny: no-drop
./drop x # deny: no-drop
~/bin/drop x # deny: no-drop
{drop,x} # deny: no-drop
{ls,drop} # allow
D=drop; $D x # deny: no-drop
D=ls; $D drop # allow
D=dr; ${D}op x # deny: no-drop
export D=drop; "$D" x # deny: no-drop
readonly D=drop; $D # deny: no-drop
D='git push --force'; $D # deny: no-force
D='git push'; $D --force # deny: no-force
D='git push'; "$D" --force # allow
a=(git push --force); "${a[@]}" # deny: no-force
a=(git status); "${a[@]}" # allow
set -- drop x; "$@" # deny: no-drop
set -- ls drop; "$@" # allow
set -- x drop; shift; $1 # deny: no-drop
D=xdrop; ${D#x} y # deny: no-drop
D=dropx; ${D%x} y # deny: no-drop
D=DROP; ${D,,} y # deny: no-drop
D=draw; ${D/aw/op} y # deny: no-drop
${D:-drop} x # ask: unknown-program
unset D; ${D:-drop} x # ask: unknown-program
printf -v D drop; $D x # deny: no-drop
read D <<< drop; $D x # deny: no-drop
$(echo drop) x # deny: no-drop
$(printf 'dr%s' op) x # deny: no-drop
$(cat name) x # ask: unknown-program
$X x # ask: unknown-program
"$X" # ask: unknown-program
git $X # allow
git push $X # allow
git push "$X" --force # deny: no-force
git $X --force # ask: no-force
echo drop | sh # deny: no-drop
echo 'drop x' | bash # deny: no-drop
echo ls | bash # allow
echo ZHJvcCB4 | base64 -d | sh # deny: no-drop
echo bHM= | base64 -d | sh # allow
cat script | bash # ask: unreadable
printf 'drop %s\n' x | sh # deny: no-drop
N=5; sleep $((N + 1)) # allow
A=1 B=2 drop x # deny: no-drop
A=drop ls # allow
A=drop # allow
rm -rf /tmp/x # allow
rm -rf /tmp/../etc # deny: rm-outside
rm -rf ~ # ask: rm-outside
rm -rf "$DIR" # ask: no-infra rm-outside
D=/tmp/x; rm -rf "$D" # allow
D=/srv; rm -rf "$D/x" # deny: rm-outside
cd /tmp && rm -rf x # allow
cd /srv && rm -rf x # deny: rm-outside
cd "$D" && rm -rf x # ask: no-infra rm-outside
(cd /tmp && ls) && rm -rf x # deny: rm-outside
pushd /tmp && rm -rf x # allow
rm x # allow
rm -f x y # allow
rm -r -f build # deny: rm-outside
rm --recursive build # deny: rm-outside
rm --recurs build # deny: rm-outside
rm -- -r # allow
rm -rf /tmp/* # allow
rm -rf /tmp/x*/y # allow
rm -rf /tmp/*/../../etc # ask: no-infra rm-outside
rm -rf * # ask: no-infra rm-outside
rm -rf /srv/* # deny: rm-outside
rm -rf build/* # deny: rm-outside
rm -f in* # ask: no-infra
rm -f src/*.o # allow
rm -rf /tmp/{a,b} # allow
rm -rf {/tmp/a,/srv/b} # deny: rm-outside
