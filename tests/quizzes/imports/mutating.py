"""Documents with something amiss, drawn at random."""

from hypothesis import strategies as st
from lxml import etree


def mutate(root: etree._Element, data: st.DataObject, values: st.SearchStrategy[str]) -> None:
    """Change an element of a tree: drop, rename, fill, swap, copy or move it."""
    everything = [one for one in root.iter() if isinstance(one.tag, str)]
    one, other = data.draw(st.sampled_from(everything)), data.draw(st.sampled_from(everything))
    match data.draw(st.sampled_from(("drop", "tag", "text", "attribute", "forget", "swap", "copy", "move"))):
        case "drop" if (above := one.getparent()) is not None:
            above.remove(one)
        case "tag":
            one.tag = other.tag
        case "text":
            one.text = data.draw(values)
        case "attribute" if one.attrib:
            one.set(data.draw(st.sampled_from(sorted(map(str, one.attrib)))), data.draw(values))
        case "forget" if one.attrib:
            del one.attrib[data.draw(st.sampled_from(sorted(map(str, one.attrib))))]
        case "swap":
            mine, theirs = dict(one.attrib), dict(other.attrib)
            one.attrib.clear()
            other.attrib.clear()
            one.attrib.update(theirs)
            other.attrib.update(mine)
        case "copy":
            one.append(etree.fromstring(etree.tostring(other, with_tail=False)))
        case "move" if one not in other.iterancestors() and one is not other:
            other.append(one)
