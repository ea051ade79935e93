"""What may exist: classes and predicates, the administrative divisions of China, reference chains."""

from lianpu.ontology.regions import RegionTable, regions

__all__ = ["RegionTable", "regions"]
