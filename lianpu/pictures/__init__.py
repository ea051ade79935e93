"""Which nodes and edges a picture shows: answers and facts turned into the plain values that :mod:`lianpu.viz` draws."""

from lianpu.pictures.around import entity_picture, region_picture
from lianpu.pictures.chain import chain_picture
from lianpu.pictures.picture import Picture
from lianpu.pictures.reference import reference_picture

__all__ = ["chain_picture", "entity_picture", "region_picture", "reference_picture", "Picture"]
