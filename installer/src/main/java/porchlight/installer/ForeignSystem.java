package porchlight.installer;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A system that packages are made for on any other, with the runtime that Maven fetches for it: a
 * Temurin JRE 21.0.9+10 as the makers of another program repack it.
 *
 * @param name of the archive that holds the runtime, without its ending
 * @param target what {@code jmod} calls the system
 * @param sha256 of that archive
 * @param folder where libraries lie in a runtime
 * @param library how their files are named
 * @param own modules, and libraries of modules, that only this system has
 */
record ForeignSystem(
    String name,
    String target,
    String sha256,
    String folder,
    String library,
    Map<String, List<String>> own) {
  private static final List<ForeignSystem> ALL =
      List.of(
          new ForeignSystem(
              "windows-x64",
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
          new ForeignSystem(
              "linux-aarch64",
              "linux-aarch64",
              "ae2b062ed6d640ab9014ab576042385d54c910857de952f5cb2592d2a2d7c8d8",
              "lib",
              "lib%s.so",
              Map.of()));

  /** The libraries of modules on any system. */
  private static final Map<String, List<String>> EVERYWHERE =
      Map.of(
          "java.base",
          List.of("java", "jimage", "jli", "net", "nio", "verify", "zip"),
          "jdk.net",
          List.of("extnet"));

  /** The one of that name. */
  static ForeignSystem named(String name) {
    return ALL.stream()
        .filter(system -> system.name.equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "unknown system \""
                    + name
                    + "\"; known: "
                    + String.join(", ", ALL.stream().map(ForeignSystem::name).toList())));
  }

  /** The file that a library is in, or a pattern of it. */
  String file(String name) {
    return library.formatted(name);
  }

  /**
   * The modules of a runtime for it, which are those of {@link Image}, what they need, and its own;
   * with the files of the libraries of each, or patterns of them.
   */
  Map<String, List<String>> modules() {
    var names = new TreeSet<>(own.keySet());
    Configuration.empty()
        .resolve(ModuleFinder.ofSystem(), ModuleFinder.of(), Set.of(Image.MODULES.split(",")))
        .modules()
        .forEach(module -> names.add(module.name()));
    var all = new TreeMap<String, List<String>>();
    for (String module : names) {
      all.put(
          module,
          Stream.of(EVERYWHERE, own)
              .flatMap(libraries -> libraries.getOrDefault(module, List.of()).stream())
              .map(this::file)
              .toList());
    }
    return all;
  }
}
