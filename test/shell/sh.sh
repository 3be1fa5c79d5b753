# shell: sh
git push --force # deny: no-force
# What stands behind sh may be bash.
git push {--force,origin} # ask: unreadable
F=--force; git push $F # deny: no-force
git push $F # allow
. ./pushes.sh # deny: no-force
. ./harmless.sh # allow
"$CMD" x # ask: unknown-program
