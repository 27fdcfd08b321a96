import os

print("turns:", 2.0 + float(os.environ["POST"]))
