import os
os.system("drop it")
