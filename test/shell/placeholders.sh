# Placeholders that the rules name, and what only looks like one.
git push <remote> main # deny: placeholder
sweep <bucket> -x prod,audit # deny: placeholder
git log HEAD@{release} # allow
git show 'HEAD@{1}' # allow
sort <in >out # allow
grep '<div>' x.html # allow
echo '<other>' # allow
git push "$REMOTE" main # allow
