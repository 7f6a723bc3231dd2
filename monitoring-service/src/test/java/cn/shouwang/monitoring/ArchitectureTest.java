package cn.shouwang.monitoring;

import cn.shouwang.platform.test.ServiceConventions;

class ArchitectureTest implements ServiceConventions {}
