package dev.hostlab.pricebook;

/// A processor architecture that AWS rents.
public enum Architecture {
    X86_64("x86_64"),
    ARM64("arm64");

    private final String id;

    Architecture(String id) {
        this.id = id;
    }

    /// The name used in settings and files.
    public String id() {
        return id;
    }

    /// The architecture of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Architecture of(String id) {
        for (var architecture : values()) {
            if (architecture.id.equals(id)) {
                return architecture;
            }
        }
        throw new IllegalArgumentException("No architecture " + id);
    }
}
