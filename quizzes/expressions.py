"""Formulas that authors write: a small part of Python's expressions, without a way out and without long work.

Whole numbers and decimals are exact; roots, powers and logarithms are floats. Every fault is an ExpressionError.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from quizzes.functions import FUNCTIONS, OPERATIONS, Work
from quizzes.values import MOST_ELEMENTS, BadValueError, Value, authored, exact, has_most

LONGEST = 600
DEEPEST = 24
MOST_TEXT = 200

COMPARISONS = (ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn)
_PARTS = (ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.expr_context, ast.comprehension)


class ExpressionError(ValueError):
    """A formula that can't be read or has no value; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A formula that was read. `names` are those it needs a value for."""

    source: str
    tree: ast.expr
    names: frozenset[str]

    def value(self, names: Mapping[str, Value]) -> Value:
        """Return its value. Raises ExpressionError."""
        try:
            return _Evaluation(names).value(self.tree)
        except ZeroDivisionError as error:
            raise ExpressionError(f"“{self.source}” divides by zero") from error
        except (ArithmeticError, TypeError, ValueError, LookupError, RecursionError) as error:
            why = str(error) if isinstance(error, BadValueError) else f"has no value: {error}"
            raise ExpressionError(f"“{self.source}” {why}") from error


@lru_cache(maxsize=4096)
def read_expression(source: str) -> Expression:
    """Read a formula. Raises ExpressionError where it is no formula, or more than one may say."""
    if len(source) > LONGEST:
        raise ExpressionError(f"“{source[:40]}…” has more than {LONGEST} characters; split it into named values")
    if "\\" in source:
        raise ExpressionError(f"“{source}” has a backslash, which no formula needs")
    try:
        tree = ast.parse(source.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ExpressionError(f"“{source}” is no formula; write as in Python, such as (a + b) // 2") from error
    _check(source, tree, 0)
    return Expression(source, tree, frozenset(_free(tree, frozenset())))


def _check(source: str, node: ast.AST, depth: int) -> None:
    fault = f"is nested deeper than {DEEPEST} levels" if depth > DEEPEST else _fault(node)
    if fault:
        raise ExpressionError(f"“{source}” {fault}")
    for child in ast.iter_child_nodes(node):
        _check(source, child, depth + 1)


def _fault(node: ast.AST) -> str:
    """Return why a part of a formula is not allowed, or nothing."""
    match node:
        case ast.Constant(value=value):
            return _constant_fault(value)
        case ast.Call(func=ast.Name(id=name), keywords=[]):
            return "" if name in FUNCTIONS else f"calls “{name}”; known: {', '.join(sorted(FUNCTIONS))}"
        case ast.BinOp(op=op) | ast.UnaryOp(op=op):
            known = type(op) in OPERATIONS or isinstance(op, ast.USub | ast.UAdd | ast.Not)
            return "" if known else "has an operator that is not used here"
        case ast.Compare(ops=ops):
            known = all(isinstance(op, COMPARISONS) for op in ops)
            return "" if known else "has a comparison that is not used here"
        case ast.ListComp(generators=[loop]) | ast.GeneratorExp(generators=[loop]):
            return "" if isinstance(loop.target, ast.Name) and not loop.is_async else "has a loop over several names"
        case ast.Subscript(slice=index):
            return "takes a slice; use a list with if instead" if isinstance(index, ast.Slice) else ""
        case ast.Name() | ast.BoolOp() | ast.IfExp() | ast.List() | ast.Tuple():
            return ""
        case _:
            known = isinstance(node, _PARTS)
            return "" if known else f"has a part that is not used here ({type(node).__name__})"


def _constant_fault(value: object) -> str:
    if isinstance(value, str):
        return "" if len(value) <= MOST_TEXT else f"has a text with more than {MOST_TEXT} characters"
    if not isinstance(value, int | float):
        return "has a value that is no number and no text"
    try:
        authored(value)
    except ValueError:
        return "has a number with too many digits"
    return ""


def _free(node: ast.AST, bound: frozenset[str]) -> Iterator[str]:
    match node:
        case ast.Name(id=name):
            if name not in bound:
                yield name
        case ast.Call(args=arguments):
            for argument in arguments:
                yield from _free(argument, bound)
        case ast.ListComp(elt=inner, generators=[loop]) | ast.GeneratorExp(elt=inner, generators=[loop]):
            yield from _free(loop.iter, bound)
            within = bound | {loop.target.id} if isinstance(loop.target, ast.Name) else bound
            for part in (inner, *loop.ifs):
                yield from _free(part, within)
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _free(child, bound)


class _Evaluation:
    """One evaluation, bounded in steps."""

    def __init__(self, names: Mapping[str, Value]) -> None:
        self.names = dict(names)
        self.work = Work()

    def value(self, node: ast.expr) -> Value:  # noqa: PLR0911  One return a form.
        self.work.spend(1)
        match node:
            case ast.Constant(value=bool() | str() as plain):
                return plain
            case ast.Constant(value=int() | float() as number):
                return authored(number)
            case ast.Name(id=name):
                return self._named(name)
            case ast.BinOp(left=left, op=op, right=right):
                return OPERATIONS[type(op)](self.work, self.value(left), self.value(right))
            case ast.UnaryOp(op=op, operand=operand):
                return self._signed(op, self.value(operand))
            case ast.Compare(left=left, ops=ops, comparators=rest):
                return self._compared(left, ops, rest)
            case ast.BoolOp(op=op, values=operands):
                wanted = isinstance(op, ast.Or)
                return wanted if any(bool(self.value(one)) is wanted for one in operands) else not wanted
            case ast.IfExp(test=test, body=body, orelse=other):
                return self.value(body if self.value(test) else other)
            case ast.List(elts=elements):
                return self._sized([self.value(one) for one in elements])
            case ast.Tuple(elts=elements):
                return tuple(self._sized([self.value(one) for one in elements]))
            case ast.ListComp(elt=inner, generators=[loop]) | ast.GeneratorExp(elt=inner, generators=[loop]):
                return self._sized(self._each(inner, loop))
            case ast.Subscript(value=whole, slice=index):
                return self._element(self.value(whole), self.value(index))
            case ast.Call(func=ast.Name(id=name), args=arguments):
                return FUNCTIONS[name](self.work, *[self.value(one) for one in arguments])
            case _:
                raise BadValueError(f"has a part that is not used here ({type(node).__name__})")

    def _named(self, name: str) -> Value:
        if name not in self.names:
            raise BadValueError(f"names “{name}”, which has no value here")
        return self.names[name]

    @staticmethod
    def _signed(op: ast.unaryop, value: Value) -> Value:
        if isinstance(op, ast.Not):
            return not value
        if not isinstance(value, int | Fraction | float):
            raise BadValueError("puts a sign before what is no number")
        return exact(-value) if isinstance(op, ast.USub) else exact(+value)

    def _compared(self, left: ast.expr, ops: list[ast.cmpop], rest: list[ast.expr]) -> bool:
        before = self.value(left)
        for op, node in zip(ops, rest, strict=True):
            after = self.value(node)
            if not _holds(op, before, after):
                return False
            before = after
        return True

    def _each(self, inner: ast.expr, loop: ast.comprehension) -> list[Value]:
        target, found = loop.target, self.value(loop.iter)
        if not isinstance(target, ast.Name) or not isinstance(found, list | tuple):
            raise BadValueError("loops over what is no list")
        outside = self.names
        made: list[Value] = []
        for one in found:
            self.names = {**outside, target.id: one}
            if all(self.value(test) for test in loop.ifs):
                made.append(self.value(inner))
        self.names = outside
        return made

    @staticmethod
    def _element(whole: Value, index: Value) -> Value:
        if not isinstance(whole, list | tuple) or not isinstance(index, int):
            raise BadValueError("takes an element of what is no list, or by what is no whole number")
        return whole[index]

    @staticmethod
    def _sized(made: list[Value]) -> list[Value]:
        if not has_most(made):
            raise BadValueError(f"makes a list of more than {MOST_ELEMENTS} elements")
        return made


def _holds(op: ast.cmpop, left: Value, right: Value) -> bool:
    match op:
        case ast.Eq():
            return left == right
        case ast.NotEq():
            return left != right
        case ast.In() | ast.NotIn():
            if not isinstance(right, list | tuple):
                raise BadValueError("looks for a value in what is no list")
            return (left in right) is isinstance(op, ast.In)
        case _:
            return _is_ordered(op, left, right)


def _is_ordered(op: ast.cmpop, left: Value, right: Value) -> bool:
    numbers = int | Fraction | float
    if not isinstance(left, numbers) or not isinstance(right, numbers):
        raise BadValueError("compares what are no numbers")
    match op:
        case ast.Lt():
            return left < right
        case ast.LtE():
            return left <= right
        case ast.Gt():
            return left > right
        case _:
            return left >= right
