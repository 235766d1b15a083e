"""codes.py VERSION NAME : the identifiers that Windows Installer and management tools know this program by.

upgrade is the same for ever; product follows from it and the version; other names are those of components.
"""
import sys, uuid

UPGRADE = uuid.UUID("5c4e3d1b-0c55-5b0e-9f5a-7b0c5f1c9a51")


def code(version, name):
    of = {"upgrade": UPGRADE, "product": uuid.uuid5(UPGRADE, version)}
    return str(of.get(name) or uuid.uuid5(UPGRADE, name)).upper()


if __name__ == "__main__":
    print(code(*sys.argv[1:]))
