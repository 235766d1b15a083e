"""payload.py STAGE : a fragment for wixl with a component for every file below STAGE but those that product.wxs has.

A component's identity follows from its file's place alone, as Windows Installer's rules want it: the same in every version.
"""
import hashlib, os, sys, uuid
from xml.sax.saxutils import quoteattr

from codes import UPGRADE

STAGE = sys.argv[1]
HAD = {"": "INSTALLDIR", "bin": "BIN"}  # folders that product.wxs has
HAS = {"bin/porchlight.exe", "bin/events.dll"}  # and files
components, lines = [], []


def ident(kind, place):
    return kind + hashlib.sha256(place.encode()).hexdigest()[:24]


def file(place):
    component = ident("c", place)
    components.append(component)
    source = quoteattr(os.path.join(STAGE, place))
    lines.append(f'<Component Id="{component}" Guid="{str(uuid.uuid5(UPGRADE, place)).upper()}" Win64="yes">')
    lines.append(f'<File Id="{ident("f", place)}" Name={quoteattr(os.path.basename(place))} Source={source} KeyPath="yes"/></Component>')


def inside(place):
    for name in sorted(os.listdir(os.path.join(STAGE, place))):
        below = f"{place}/{name}" if place else name
        if not os.path.isdir(os.path.join(STAGE, below)):
            if below not in HAS:
                file(below)
        elif below not in HAD:
            lines.append(f'<Directory Id="{ident("d", below)}" Name={quoteattr(name)}>')
            inside(below)
            lines.append("</Directory>")


print('<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi"><Fragment>')
for place, known in HAD.items():
    lines.append(f'<DirectoryRef Id="{known}">')
    inside(place)
    lines.append("</DirectoryRef>")
print("\n".join(lines))
print('<ComponentGroup Id="payload">')
print("\n".join(f'<ComponentRef Id="{component}"/>' for component in components))
print("</ComponentGroup></Fragment></Wix>")
