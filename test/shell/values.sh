# Quotes, escapes, braces, tildes, variables, arithmetic, defaults, globs.
git push '--force' # deny: no-force
git push "--force" # deny: no-force
git push --fo"rc"e # deny: no-force
git push --for\ce # deny: no-force
git push $'--force' # deny: no-force
git push $'\x2d\x2dforce' # deny: no-force
git push $'\55f' # deny: no-force
git push $"--force" # deny: no-force
git push ' --force' # allow
git push '--force ' # allow
git push "\--force" # allow
git push \\--force # allow
git push {--force,origin} # deny: no-force
git push {origin,main} # allow
git {push,--force} # deny: no-force
git push '{--force,origin}' # allow
rm -rf /tmp/{a,b} # allow
rm -rf /{tmp,srv}/a # deny: rm-outside
# Where the home folder is can't be known.
rm -rf ~/x # ask: rm-outside
rm -rf ~ # ask: rm-outside
rm -rf '~' # gap: deny: rm-outside
rm -rf ~other/x # ask: rm-outside
F=--force; git push $F # deny: no-force
F=--force; git push "$F" # deny: no-force
F=--force; git push '$F' # allow
F="--force origin"; git push $F # deny: no-force
F="--force origin"; git push "$F" # allow
F=origin; git push $F # allow
export F=--force; git push $F # deny: no-force
declare F=--force; git push $F # deny: no-force
readonly F=-f && git push $F # deny: no-force
F=--for; git push ${F}ce # deny: no-force
F=--for; git push "${F}ce" # deny: no-force
F=x; F+=y; echo $F # allow
F=--fo; F+=rce; git push $F # deny: no-force
git push ${F:-origin} # allow
unset F; git push ${F:---force} # gap: deny: no-force
F=a; git push ${F:+--force} # deny: no-force
F=--forceful; git push ${F%ful} # deny: no-force
A=(git push --force); "${A[@]}" # deny: no-force
A=(--force origin); git push "${A[@]}" # deny: no-force
A=(origin main); git push "${A[@]}" # allow
set -- --force; git push "$@" # deny: no-force
set -- origin; git push "$@" # allow
D=/tmp/x; rm -rf $D # allow
D=/tmp/x; rm -rf "$D/y" # allow
D=/srv; rm -rf "$D/y" # deny: rm-outside
D=/tmp; rm -rf "$D/.." # deny: rm-outside
D=/tmp; rm -rf "$D/../tmp/x" # allow
D=/tmp; D=/srv; rm -rf $D # deny: rm-outside
D=/srv; D=/tmp/x; rm -rf $D # allow
D=/srv; (D=/tmp/x; rm -rf $D) # allow
D=/tmp/x; (D=/srv); rm -rf $D # allow
rm -rf "$D" # ask: no-infra rm-outside
rm -rf "$D/x" # ask: no-infra rm-outside
rm -rf /tmp/"$D" # ask: no-infra rm-outside
rm -rf /srv/"$D" # ask: no-infra rm-outside
rm -rf "$(mktemp -d)" # ask: no-infra rm-outside
rm -rf /tmp/x$((1 + 1)) # allow
rm -rf /srv/x$((1 + 1)) # deny: rm-outside
rm -rf /tmp/* # allow
rm -rf /srv/* # deny: rm-outside
rm -rf * # ask: no-infra rm-outside: rm-outside
rm -rf ./build # deny: rm-outside
rm -rf /tmp/../srv # deny: rm-outside
rm -rf /tmp/x/../y # allow
rm -rf /tmp # deny: rm-outside
rm -rf /tmpx # deny: rm-outside
rm -rf //tmp//x # allow
read -r F; git push $F # allow
CMD=drop; $CMD x # deny: no-drop
CMD="git push --force"; $CMD # deny: no-force
CMD="echo drop"; $CMD # allow
CMD='git push --force'; "$CMD" # allow
printf -v F -- --force; git push $F # deny: no-force
X=--force git push # allow
IFS=,; F=--force,origin; git push $F # gap: deny: no-force
printf -v F %s --force; git push $F # deny: no-force
printf -v F %s origin; git push $F # allow
git push $(printf -- --force) # deny: no-force
git push $(printf -- origin) # allow
[[ $x =~ --force ]] && git push # allow

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
