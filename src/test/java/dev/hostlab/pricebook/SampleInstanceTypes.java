package dev.hostlab.pricebook;

import java.util.List;

/// A small shop of instance types, of both architectures.
public final class SampleInstanceTypes {

    public static final List<InstanceType> ALL = List.of(
            type("t3.nano", 2, 512),
            type("t3.micro", 2, 1_024),
            type("t3.small", 2, 2_048),
            type("t3.medium", 2, 4_096),
            type("t3.large", 2, 8_192),
            type("t3.xlarge", 4, 16_384),
            type("c5.large", 2, 4_096),
            type("m5.large", 2, 8_192),
            type("m7i.large", 2, 8_192),
            type("m7i.xlarge", 4, 16_384),
            type("m7i.2xlarge", 8, 32_768),
            type("r7i.16xlarge", 64, 524_288),
            new InstanceType("g4dn.xlarge", 4, 16_384, Architecture.X86_64, null, false, 1),
            new InstanceType("t4g.micro", 2, 1_024, Architecture.ARM64, null, true, 0),
            new InstanceType("t4g.medium", 2, 4_096, Architecture.ARM64, null, true, 0),
            new InstanceType("m7g.medium", 1, 4_096, Architecture.ARM64, null, false, 0),
            new InstanceType("m7g.large", 2, 8_192, Architecture.ARM64, null, false, 0));

    private SampleInstanceTypes() {}

    private static InstanceType type(String name, int vcpus, int memoryMib) {
        return new InstanceType(name, vcpus, memoryMib, Architecture.X86_64, null, name.startsWith("t"), 0);
    }
}
