"""The versions of QTI that are written: what each calls its namespaces, schemas and resources.

Everything is built in the words of QTI 3, which are those of QTI 2 written otherwise: see `older`.
"""

from dataclasses import dataclass, replace

from quizzes.exports.qti.names import ASI_SCHEMA, CP, CP_SCHEMA, QMD, QMD_SCHEMA, QTI

_ABOUT_2 = "http://www.imsglobal.org/xsd/qti"
_LACKS = frozenset({"qmd:scoringMode"})


@dataclass(frozen=True, slots=True)
class Dialect:
    """A version of QTI.

    `asi` is the namespace of items and tests, `cp` that of manifests, `qmd` that of metadata about items,
    each with the address of its schema. `lacks` are elements, and attributes as `element@attribute`, of QTI 3
    that it doesn't know. `has_plain_menus` where a dropdown holds no formatting, `names_places` where a position
    is told by a variable, `is_bare` where items have right answers, but no response processing, feedback or hints,
    for importers that skip what has them.
    """

    version: str
    asi: str
    asi_schema: str
    cp: str
    cp_schema: str
    qmd: str
    qmd_schema: str
    package: str
    package_version: str
    lacks: frozenset[str] = frozenset()
    has_plain_menus: bool = False
    names_places: bool = False
    is_bare: bool = False

    @property
    def is_older(self) -> bool:
        """Say whether documents must be told in the words of QTI 2."""
        return self.asi != QTI

    def resource(self, what: str) -> str:
        """Return the type of a resource in the manifest, which is an item or a test."""
        return f"imsqti_{what}_xml{self.version}"


QTI30 = Dialect("v3p0", QTI, ASI_SCHEMA, CP, CP_SCHEMA, QMD, QMD_SCHEMA, "QTI Package", "3.0.0", names_places=True)
QTI22 = Dialect(
    "v2p2",
    "http://www.imsglobal.org/xsd/imsqti_v2p2",
    f"{_ABOUT_2}/qtiv2p2/imsqti_v2p2.xsd",
    "http://www.imsglobal.org/xsd/imscp_v1p1",
    f"{_ABOUT_2}/qtiv2p2/qtiv2p2_imscpv1p2_v1p0.xsd",
    "http://www.imsglobal.org/xsd/imsqti_metadata_v2p2",
    f"{_ABOUT_2}/qtiv2p2/imsqti_metadata_v2p2.xsd",
    "QTIv2.2 Package",
    "1.0.0",
    _LACKS,
)
QTI21 = Dialect(
    "v2p1",
    "http://www.imsglobal.org/xsd/imsqti_v2p1",
    f"{_ABOUT_2}/qtiv2p1/imsqti_v2p1.xsd",
    "http://www.imsglobal.org/xsd/imscp_v1p1",
    f"{_ABOUT_2}/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
    "http://www.imsglobal.org/xsd/imsqti_metadata_v2p1",
    f"{_ABOUT_2}/qtiv2p1/imsqti_metadata_v2p1.xsd",
    "QTIv2.1 Package",
    "1.0.0",
    _LACKS | {"outcomeDeclaration@externalScored"},
    has_plain_menus=True,
)
QTI21_BARE = replace(QTI21, is_bare=True)
