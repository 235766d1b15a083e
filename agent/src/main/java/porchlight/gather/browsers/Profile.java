package porchlight.gather.browsers;

/** A profile of a browser, by its folder's path in the home. */
public record Profile(Owner person, Browser browser, String path, Present files) {
  String file(String name) {
    return path + "/" + name;
  }

  /** The folder's own name. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
