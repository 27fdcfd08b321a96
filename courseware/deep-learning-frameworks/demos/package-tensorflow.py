from importlib import metadata

package = metadata.packages_distributions()["tensorflow"][0]
about = metadata.metadata(package)
author = about.get("Author") or about.get("Author-email")
licence = about.get("License-Expression") or about.get("License") or ""
print("author:", author.split("<")[0].strip())
print("licences named:", [name for name in ("Apache", "BSD") if name in licence])
