package porchlight.uplink;

import porchlight.json.Progress;

/** What a courier writes down as it goes: what is lost is counted before it is gone. */
public interface Notes {
  Progress progress();

  /** From now on it is that. */
  void note(Progress progress);

  /** The same, and it is on the disk, where the disk allows it. */
  void keep(Progress progress);

  /** Told of each thing that went wrong, in one line. */
  void trouble(String line);
}
