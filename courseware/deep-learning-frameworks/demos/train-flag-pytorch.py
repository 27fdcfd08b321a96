import torch

model = torch.nn.Linear(2, 1)
before = model.weight.clone()
print("a new model is in training mode:", model.training)
print("train() returns the model:", model.train() is model)
print("the weights are as before:", torch.equal(model.weight, before))

model.eval()
print("after eval():", model.training)
print("a gradient can still be asked for:", model(torch.ones(1, 2)).requires_grad)
