#: hide
import torch

good = ["great movie", "really great fun", "loved this film",
        "fun and great", "loved it", "a lovely film"]
bad = ["awful movie", "really awful mess", "hated this film",
       "a boring mess", "hated it", "boring and awful"]
words = sorted({w for s in good + bad for w in s.split()})
number = {w: i + 1 for i, w in enumerate(words)}

#: show
review = torch.tensor([number["great"], number["movie"], 0])
table = torch.nn.Embedding(len(words) + 1, 8)
last = torch.nn.Linear(8, 1)

rows = table(review)
average = rows.mean(dim=0)
print(len(words), "words, review:", review.tolist())
print(tuple(rows.shape), tuple(average.shape), tuple(last(average).shape))
print("parameters:", sum(p.numel() for p in [*table.parameters(), *last.parameters()]))
