ls
drop it
