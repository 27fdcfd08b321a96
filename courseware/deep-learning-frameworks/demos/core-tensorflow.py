from pathlib import Path

import tensorflow as tf

package = Path(tf.__file__).parent
core = next(package.glob("libtensorflow_cc.*"))
print("compiled core:", core.name.split(".")[0])
print("over 100 MB:", core.stat().st_size > 100_000_000)
print("C++ headers:", any(package.joinpath("include").rglob("*.h")))

product = tf.raw_ops.MatMul(a=[[1.0, 2.0]], b=[[3.0], [4.0]])
print("the C++ operation MatMul gives:", float(product[0, 0]))
