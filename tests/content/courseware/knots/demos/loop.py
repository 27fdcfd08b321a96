#: hide
import os

#: show
print("a loop of", os.environ["ROPE"])
