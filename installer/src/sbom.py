"""sbom.py BOM HOME VERSION NAME OUT: what is in that folder of programs (lib, runtime, …), every file once, with its sum (CycloneDX).

BOM is Maven's list of libraries; those that are not carried are left out, those that are have the sum of what ships. The files of the Java
runtime stand below it, all others below the program. NAME says what it is for, such as windows-x64. The same folder gives the same bytes.
"""
import datetime, hashlib, json, os, sys

OPENJDK = "GPL-2.0-only WITH Classpath-exception-2.0"
LIBRARIES, RUNTIME = "lib/", "runtime/"  # where they lie


def files(home):
    """Every file below the folder by its place there, which has slashes, with its sum. A link is listed where it leads."""
    found = {}
    for folder, _, names in os.walk(home):
        for name in names:
            path = os.path.join(folder, name)
            if not os.path.islink(path):
                with open(path, "rb") as file:
                    found[os.path.relpath(path, home)] = hashlib.sha256(file.read()).hexdigest()
    return found


def sums(digest):
    return [{"alg": "SHA-256", "content": digest}]


def listed(carried, below):
    """The files at those places, as components of what they belong to."""
    return [{"type": "file", "bom-ref": "file:" + place, "name": place, "hashes": sums(carried[place])} for place in sorted(below)]


def libraries(bom, carried):
    """Of Maven's libraries those that are carried, and the places of their jars."""
    components, places = [], []
    for component in bom["components"]:
        place = f"{LIBRARIES}{component['name']}-{component['version']}.jar"
        if place in carried:
            # What ships: some jars are rewritten when the image is made.
            components.append({**component, "hashes": sums(carried[place]), "evidence": {"occurrences": [{"location": place}]}})
            places.append(place)
    unknown = {place for place in carried if place.startswith(LIBRARIES)} - set(places)
    if unknown:
        sys.exit(f"sbom: Maven's list of libraries does not know {', '.join(sorted(unknown))}")
    return components, places


def runtime(home, carried):
    """The Java runtime as it describes itself, with its files, and their places."""
    with open(os.path.join(home, RUNTIME, "release"), encoding="utf-8") as text:
        release = {name: value.strip('"') for name, value in (line.rstrip().split("=", 1) for line in text)}
    places = [place for place in carried if place.startswith(RUNTIME)]
    version = release["JAVA_VERSION"]
    component = {
        "type": "platform", "bom-ref": f"pkg:generic/openjdk@{version}", "name": "OpenJDK runtime", "version": version,
        "purl": f"pkg:generic/openjdk@{version}", "description": "modules " + release["MODULES"], "licenses": [{"expression": OPENJDK}],
        "components": listed(carried, places),
    }
    if "IMPLEMENTOR" in release:
        component["supplier"] = {"name": release["IMPLEMENTOR"]}
    return component, places


def document(bom, home, version, name):
    carried = files(home)
    jars, of_jars = libraries(bom, carried)
    java, of_java = runtime(home, carried)
    refs = {component["bom-ref"] for component in jars}
    when = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    return {
        "bomFormat": "CycloneDX", "specVersion": bom["specVersion"], "version": 1,
        "metadata": {
            "timestamp": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application", "bom-ref": f"pkg:generic/porchlight@{version}?for={name}", "name": "porchlight", "version": version,
                "purl": f"pkg:generic/porchlight@{version}?for={name}", "licenses": [{"license": {"id": "Apache-2.0"}}],
                "components": listed(carried, set(carried) - set(of_jars) - set(of_java)),
            },
        },
        "components": sorted([*jars, java], key=lambda component: component["bom-ref"]),
        "dependencies": [{"ref": one["ref"], "dependsOn": [ref for ref in one.get("dependsOn", []) if ref in refs]}
                         for one in bom.get("dependencies", []) if one["ref"] in refs],
    }


if __name__ == "__main__":
    libraries_of_maven, home, version, name, out = sys.argv[1:]
    with open(libraries_of_maven, encoding="utf-8") as text:
        bom = json.load(text)
    with open(out, "w", encoding="utf-8") as text:
        json.dump(document(bom, home, version, name), text, indent=1, sort_keys=True)
        text.write("\n")
