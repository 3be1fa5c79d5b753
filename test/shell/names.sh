# How a program may be spelt.
/usr/bin/git push --force # deny: no-force
./drop x # deny: no-drop
../bin/drop x # deny: no-drop
~/bin/drop x # deny: no-drop
"$HOME"/bin/drop x # deny: no-drop
/opt/drop/ls x # allow
\drop x # deny: no-drop
'd'rop x # deny: no-drop
d''rop x # deny: no-drop
"drop" x # deny: no-drop
"drop x" # allow
dr\
op x # deny: no-drop
drop-it x # allow
dropx # allow
xdrop # allow
drop.sh x # allow
drop.exe x # deny: no-drop
git.exe push --force # deny: no-force
git.exe push # allow
git.md push --force # allow
busybox rm -rf /srv # deny: rm-outside
busybox rm -rf /tmp/x # allow
toybox rm -r /srv # deny: rm-outside
{drop,x} # deny: no-drop
d?op x # ask: unknown-program
/usr/bin/dr* x # ask: unknown-program
$X/drop y # deny: no-drop
${X}drop y # ask: unknown-program
# Case counts where the platform doesn't fold it.
DROP x # allow
Git status # allow
dгop x # deny: no-drop
drоp x # deny: no-drop
gіt status # ask: lookalike
gіt push --force # deny: no-force
dr​op x # deny: no-drop
