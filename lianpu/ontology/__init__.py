"""What may exist: classes and predicates, the administrative divisions of China, reference chains."""

from lianpu.ontology.regions import RegionTable, regions
from lianpu.ontology.schema import Schema, schema

__all__ = ["RegionTable", "Schema", "regions", "schema"]
