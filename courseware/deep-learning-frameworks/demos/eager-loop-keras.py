from keras import ops

def steps(x):
    n = 0
    while ops.sum(x) >= 1:
        x = x / 2
        n += 1
    return n

print(steps(ops.array([3.0, 5.0])), steps(ops.array([0.1, 0.2])))
