"""sbom.py BOM TREE VERSION OUT: Maven's list of libraries (CycloneDX), less those that this tree does not carry, with its Java runtime.

The same tree gives the same bytes.
"""
import datetime, glob, hashlib, json, os, sys

listed, tree, version, out = sys.argv[1:]
home = os.path.join(tree, "usr/lib/porchlight")
carried = {os.path.basename(jar) for jar in glob.glob(os.path.join(home, "lib/*.jar"))}
with open(listed, encoding="utf-8") as text:
    bom = json.load(text)


def jar(component):
    return f"{component['name']}-{component['version']}.jar"


def digest(path):
    with open(path, "rb") as file:
        return {"alg": "SHA-256", "content": hashlib.sha256(file.read()).hexdigest()}


components = [component for component in bom["components"] if jar(component) in carried]
missing = carried - {jar(component) for component in components}
if missing:
    sys.exit(f"sbom: the list of libraries does not know {', '.join(sorted(missing))}")
for component in components:
    # What ships: some jars are rewritten when the image is made.
    component["hashes"] = [digest(os.path.join(home, "lib", jar(component)))]
with open(os.path.join(home, "runtime/release"), encoding="utf-8") as text:
    release = dict(line.rstrip().split("=", 1) for line in text)
java = release["JAVA_VERSION"].strip('"')
components.append({
    "type": "platform", "bom-ref": f"pkg:generic/openjdk@{java}", "name": "OpenJDK runtime, linked by jlink", "version": java,
    "purl": f"pkg:generic/openjdk@{java}", "description": "modules " + release["MODULES"].strip('"'),
    "licenses": [{"expression": "GPL-2.0-only WITH Classpath-exception-2.0"}],
    "hashes": [digest(os.path.join(home, "runtime/lib/modules"))],
})
refs = {component["bom-ref"] for component in components}
when = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
done = {
    "bomFormat": "CycloneDX", "specVersion": bom["specVersion"], "version": 1,
    "metadata": {
        "timestamp": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "component": {"type": "application", "bom-ref": f"pkg:generic/porchlight@{version}", "name": "porchlight", "version": version,
                      "purl": f"pkg:generic/porchlight@{version}", "licenses": [{"license": {"id": "Apache-2.0"}}]},
    },
    "components": sorted(components, key=lambda component: component["bom-ref"]),
    "dependencies": [{"ref": one["ref"], "dependsOn": [ref for ref in one.get("dependsOn", []) if ref in refs]}
                     for one in bom.get("dependencies", []) if one["ref"] in refs],
}
with open(out, "w", encoding="utf-8") as text:
    json.dump(done, text, indent=1, sort_keys=True)
    text.write("\n")
