from importlib import metadata

def distributions(name, found):
    """Return a package with everything that it needs."""
    try:
        about = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return found
    if about.name.lower() not in found:
        found[about.name.lower()] = about
        for need in about.requires or ():
            if ";" not in need or "extra" not in need:
                words = need.replace("[", " ").replace(";", " ").replace("(", " ")
                for sign in "<>=!~":
                    words = words.replace(sign, " ")
                distributions(words.split()[0], found)
    return found

def size(*names):
    found = {}
    for name in names:
        distributions(metadata.packages_distributions()[name][0], found)
    files = [f for about in found.values() for f in about.files or () if f.suffix != ".pyc"]
    return sum(f.locate().stat().st_size for f in files if f.locate().is_file())

sizes = {"Keras with JAX": size("keras", "jax"), "PyTorch for CPUs": size("torch"),
         "TensorFlow for CPUs": size("tensorflow")}
for name in sorted(sizes, key=sizes.get):
    print(f"{name}: {sizes[name] / 1e9:.1f} GB")
