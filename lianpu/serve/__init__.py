"""An open graph over HTTP: pages, a JSON API and a SPARQL endpoint."""

from lianpu.serve.app import application
from lianpu.serve.limits import Limits
from lianpu.serve.server import Address, is_loopback, serve

__all__ = ["Address", "Limits", "application", "is_loopback", "serve"]
