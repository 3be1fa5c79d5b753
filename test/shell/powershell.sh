# shell: powershell
git push --force # ask: unreadable
Get-ChildItem # allow
drop x # ask: unreadable
Write-Output hello # allow
