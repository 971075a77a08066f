import pytest
from tests.integration.test_admin_records import *
from nido_portal.seeding.rows import _contents
from nido_portal.directory.models import Organisation, Person
@pytest.mark.django_db
@pytest.mark.parametrize("m",[Lab,Organisation,Person])
def test_x(admin,m):
    r=m.objects.first(); a=_contents(r); u=address(m,"edit",r.pk); x=admin.post(u, fields_of(admin.get(u))); b=_contents(m.objects.get(pk=r.pk))
    for k in a:
        if a[k]!=b[k]:
            if isinstance(a[k],list):
                for i,j in zip(a[k],b[k]):
                    if isinstance(i,dict): print("DIFF",k,{q:(i[q],j[q]) for q in i if i[q]!=j[q]})
                    else: print("DIFF",k,a[k],b[k])
            else: print("DIFF",k,repr(a[k]),repr(b[k]))
