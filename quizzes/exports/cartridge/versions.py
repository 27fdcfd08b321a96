"""The versions of Common Cartridge that are written: what each calls its namespaces, schemas and resources."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Version:
    """A version; `short` is how its names have it, `number` what the manifest says."""

    short: str
    number: str

    @property
    def cp(self) -> str:
        """Return the namespace of manifests."""
        return f"http://www.imsglobal.org/xsd/imscc{self.short}/imscp_v1p1"

    @property
    def cp_schema(self) -> str:
        """Return the address of their schema."""
        return f"http://www.imsglobal.org/profile/cc/cc{self.short}/cc{self.short}_imscp_v1p2_v1p0.xsd"

    @property
    def lom(self) -> str:
        """Return the namespace of what is known of a cartridge."""
        return f"http://ltsc.ieee.org/xsd/imscc{self.short}/LOM/manifest"

    @property
    def lom_schema(self) -> str:
        """Return the address of its schema."""
        return f"http://www.imsglobal.org/profile/cc/cc{self.short}/LOM/cc{self.short}_lommanifest_v1p0.xsd"

    @property
    def qti_schema(self) -> str:
        """Return the address of the schema of questions."""
        return f"http://www.imsglobal.org/profile/cc/cc{self.short}/cc{self.short}_qtiasiv1p2p1_v1p0.xsd"

    def questions(self, what: str) -> str:
        """Return the type of a resource that is an assessment or a question-bank."""
        return f"imsqti_xmlv1p2/imscc_xml{self.short}/{what}"


CC11 = Version("v1p1", "1.1.0")
CC13 = Version("v1p3", "1.3.0")
