package porchlight.gather.linux.patches.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A system of a few rpm packages in a folder, with repositories of its own. */
final class RpmRoot {

  private final Path root;
  private final Tools tools;

  RpmRoot(Path root) throws IOException {
    this.root = root;
    this.tools =
        new Tools(
            root,
            Map.of(
                "dnf",
                List.of(
                    "--installroot=" + root,
                    "--setopt=reposdir=" + root + "/etc/yum.repos.d",
                    "-c",
                    root + "/etc/dnf/dnf.conf"),
                "rpm",
                List.of("--root", root.toString()),
                "zypper",
                List.of("--root", root.toString())));
    tools.write("home/.rpmmacros", "%_dbpath /var/lib/rpm\n");
    tools.write("etc/os-release", "ID=fedora\nVERSION_ID=44\n");
    configure("");
    tools.write("usr/bin/dnf", "not a link");
    Files.createDirectories(root.resolve("etc/yum.repos.d"));
    tools.must("rpm", "--initdb");
    install("test-release", "44");
  }

  Tools tools() {
    return tools;
  }

  void configure(String more) throws IOException {
    tools.write("etc/dnf/dnf.conf", "[main]\nskip_if_unavailable=True\n" + more);
  }

  /** A package in a repository that is only a folder so far. */
  RpmRoot offers(String repository, String name, String version) throws IOException {
    return offers(
        repository, name, version, name.endsWith("-release") ? "Provides: system-release" : "");
  }

  /** The same with one more line in its spec. */
  RpmRoot offers(String repository, String name, String version, String more) throws IOException {
    tools.write(
        "build/" + name + ".spec",
        """
        Name: %s
        Version: %s
        Release: 1
        Summary: test
        License: MIT
        BuildArch: noarch
        %s

        %%description
        test
        %%files
        """
            .formatted(name, version, more));
    tools.must(
        "rpmbuild",
        "-bb",
        "--quiet",
        "--define",
        "_topdir " + root + "/build",
        "--define",
        "_rpmdir " + folder(repository),
        "--define",
        "_build_name_fmt %%{NAME}-%%{VERSION}.rpm",
        root + "/build/" + name + ".spec");
    return this;
  }

  RpmRoot install(String name, String version) throws IOException {
    offers("installed", name, version);
    tools.must(
        "rpm",
        "-i",
        "--nodeps",
        "--force-debian",
        folder("installed").resolve(name + "-" + version + ".rpm").toString());
    return this;
  }

  private Path folder(String repository) throws IOException {
    return Files.createDirectories(root.resolve("repo/" + repository));
  }

  /** An advisory on a package of a repository, of the type {@code security} or {@code bugfix}. */
  static String advisory(String type, String name, String version) {
    return """
    <update from="a" status="stable" type="%s" version="1"><id>TEST-%s-%s</id><title>t</title>
    <severity>Important</severity><issued date="2026-01-02 03:04:05"/><description>d</description>
    <references/><pkglist><collection short="T"><name>t</name>
    <package name="%s" version="%s" release="1" epoch="0" arch="noarch" src="s"><filename>f</filename>
    </package></collection></pkglist></update>
    """
        .formatted(type, name, version, name, version);
  }

  /** Makes the folder a repository with these advisories. */
  RpmRoot publish(String repository, String... advisories) throws IOException {
    bare(repository);
    tools.write("build/updateinfo.xml", "<updates>" + String.join("", advisories) + "</updates>");
    tools.must(
        "modifyrepo_c",
        "--mdtype=updateinfo",
        root + "/build/updateinfo.xml",
        folder(repository) + "/repodata");
    return this;
  }

  /** Makes the folder a repository that says nothing of what its updates are for. */
  RpmRoot bare(String repository) throws IOException {
    tools.must("createrepo_c", "-q", folder(repository).toString());
    return this;
  }

  /** Lets dnf know of it, not fetch it. */
  RpmRoot enableForDnf(String repository) throws IOException {
    tools.write(
        "etc/yum.repos.d/" + repository + ".repo",
        "[%s]\nname=Of  tests\nbaseurl=file://%s\ngpgcheck=0\n"
            .formatted(repository, folder(repository)));
    return this;
  }

  RpmRoot enableForZypper(String repository) throws IOException {
    tools.write("etc/os-release", "ID=opensuse-leap\nID_LIKE=\"suse opensuse\"\n");
    tools.must("zypper", "-q", "addrepo", "-G", "file://" + folder(repository), repository);
    return this;
  }

  RpmRoot fetchByDnf() {
    tools.must("dnf", "-q", "makecache", "--refresh");
    return this;
  }

  RpmRoot fetchByZypper() {
    tools.must("zypper", "-q", "--non-interactive", "refresh");
    return this;
  }

  /** Lets all fetched metadata be of that time. */
  void fetchedAt(Instant time) throws IOException {
    try (var files = Files.walk(root.resolve("var/cache"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(time));
      }
    }
  }
}
