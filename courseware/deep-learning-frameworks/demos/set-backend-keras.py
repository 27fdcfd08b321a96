import contextlib
import io

import keras

said = io.StringIO()
with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
    import warnings
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        keras.config.set_backend("jax")

text = said.getvalue() + " ".join(str(w.message) for w in caught)
print("it warns:", "dangerous" in text)
