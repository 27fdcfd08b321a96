"""The official schemas, compiled once. They lie beside the repository and are no part of it."""

import pytest
from lxml import etree

from tests.quizzes.exports.samples import ROOT

SCHEMAS = ROOT.parent / "shared" / "xsd"


def _schema(path: str) -> etree.XMLSchema:
    if not (SCHEMAS / path).is_file():
        pytest.skip(f"the schema {path} is not in {SCHEMAS}; the other checks of exports run without it")
    return etree.XMLSchema(etree.parse(str(SCHEMAS / path)))


@pytest.fixture(scope="session")
def qti_schema() -> etree.XMLSchema:
    """The schema of QTI 3.0 items and tests."""
    return _schema("qti3/qtiv3p0/imsqti_asiv3p0_sbacv1p0_v1p0.xsd")


@pytest.fixture(scope="session")
def manifest_schema() -> etree.XMLSchema:
    """The schema of QTI 3.0 package manifests."""
    return _schema("qti3-manifest/imsqtiv3p0_imscpv1p2_v1p0.xsd")


@pytest.fixture(scope="session")
def qti21_schema() -> etree.XMLSchema:
    """The schema of QTI 2.1 items and tests."""
    return _schema("qti21/qtiv2p1/imsqti_v2p1.xsd")


@pytest.fixture(scope="session")
def qti22_schema() -> etree.XMLSchema:
    """The schema of QTI 2.2 items and tests."""
    return _schema("qti22/qtiv2p2/imsqti_v2p2.xsd")


@pytest.fixture(scope="session")
def content_package_schema() -> etree.XMLSchema:
    """The schema of the manifests of QTI 2 packages."""
    return _schema("qti21/imscp_v1p1.xsd")


@pytest.fixture(scope="session")
def qti12_dtd() -> etree.DTD:
    """The document type of QTI 1.2.1."""
    path = SCHEMAS / "qti12" / "ims_qtiasiv1p2p1.dtd"
    if not path.is_file():
        pytest.skip(f"the document type {path.name} is not in {SCHEMAS}; the other checks of exports run without it")
    return etree.DTD(str(path))


@pytest.fixture(scope="session")
def cartridge_schema() -> etree.XMLSchema:
    """The schema of the manifests of Common Cartridge 1.1."""
    return _schema("cc11/ccv1p1_imscp_v1p2_v1p0.xsd")


@pytest.fixture(scope="session")
def cartridge_questions_schema() -> etree.XMLSchema:
    """The schema of the questions of Common Cartridge 1.1."""
    return _schema("cc11/ccv1p1_qtiasiv1p2p1_v1p0.xsd")
