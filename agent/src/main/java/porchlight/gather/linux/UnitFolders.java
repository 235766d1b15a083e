package porchlight.gather.linux;

import java.util.List;
import porchlight.machine.Question.ListFolder;

/** Where systemd has its units, each before the next: systemd.unit(5). */
public final class UnitFolders {
  /** That of packages. */
  public static final ListFolder PACKAGES = new ListFolder("/usr/lib/systemd/system");

  /** The same folder once more, but on systems of old. */
  public static final ListFolder OLD = new ListFolder("/lib/systemd/system");

  public static final List<ListFolder> ALL =
      List.of(
          new ListFolder("/etc/systemd/system"),
          new ListFolder("/run/systemd/system"),
          new ListFolder("/usr/local/lib/systemd/system"),
          PACKAGES,
          OLD);

  private UnitFolders() {}
}
