package porchlight.installer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A system that packages are made for on any other, with the runtime that Maven fetches for it: a
 * Temurin JRE 21.0.9+10 as the makers of another program repack it.
 */
enum ForeignSystem {
  WINDOWS_X64(
      "windows-amd64",
      "52b35b24be4ce5ec2e2933b32683db45db139581c46945546d9739b0c8866231",
      "bin",
      "%s.dll",
      Map.of(
          "java.base",
          List.of("msvcp140", "vcruntime140", "vcruntime140_1", "ucrtbase", "api-ms-*"),
          // The list of authorities of Windows.
          "jdk.crypto.mscapi",
          List.of("sunmscapi"))),
  LINUX_AARCH64(
      "linux-aarch64",
      "ae2b062ed6d640ab9014ab576042385d54c910857de952f5cb2592d2a2d7c8d8",
      "lib",
      "lib%s.so",
      Map.of());

  /** The modules of {@link Image} and what they need, with the libraries of each on any system. */
  private static final Map<String, List<String>> EVERYWHERE =
      Map.of(
          "java.base",
          List.of("java", "jimage", "jli", "net", "nio", "verify", "zip"),
          "java.logging",
          List.of(),
          "java.management",
          List.of("management"),
          "java.naming",
          List.of(),
          "java.security.sasl",
          List.of(),
          "java.xml",
          List.of(),
          "jdk.crypto.ec",
          List.of(),
          "jdk.net",
          List.of("extnet"),
          "jdk.unsupported",
          List.of());

  /** What {@code jmod} calls it. */
  final String target;

  /** Of the archive that holds the runtime. */
  final String sha256;

  /** Where its libraries lie in a runtime. */
  final String folder;

  private final String library;
  private final Map<String, List<String>> own;

  ForeignSystem(
      String target, String sha256, String folder, String library, Map<String, List<String>> own) {
    this.target = target;
    this.sha256 = sha256;
    this.folder = folder;
    this.library = library;
    this.own = own;
  }

  /** Which one is called so, as by {@link #toString}. */
  static ForeignSystem named(String name) {
    return Arrays.stream(values())
        .filter(system -> system.toString().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "unknown system \"" + name + "\"; known: " + Arrays.toString(values())));
  }

  /** The file that a library is in, or a pattern of it. */
  String file(String name) {
    return library.formatted(name);
  }

  /** The modules of a runtime for it, with the files of the libraries of each, or patterns. */
  Map<String, List<String>> modules() {
    var all = new TreeMap<String, List<String>>();
    for (var libraries : List.of(EVERYWHERE, own)) {
      libraries.forEach((module, names) ->
          all.merge(
              module,
              names.stream().map(this::file).toList(),
              (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
    }
    return all;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
