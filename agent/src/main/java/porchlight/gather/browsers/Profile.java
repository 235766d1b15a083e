package porchlight.gather.browsers;

import porchlight.json.tree.Json;

/**
 * A profile of a browser, by its folder's path in the home.
 *
 * @param shared what a browser of Chromium's kind keeps for all its profiles, as far as it is
 *     looked at
 */
public record Profile(Owner person, Browser browser, String path, Present files, Json.Obj shared) {
  String file(String name) {
    return path + "/" + name;
  }

  /** The folder's own name. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
