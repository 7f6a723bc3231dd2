package cn.shouwang.seeded;

import cn.shouwang.platform.test.ServiceConventions;

/// What a service writes as its `ArchitectureTest`; named otherwise, since here it would fail.
public final class SeededArchitecture implements ServiceConventions {}
